"""The stylesheet of all that is drawn: JupyterLab's own variables, so that light and dark fit.

Elsewhere, where the variables are missing, what the page has is inherited.
"""

STYLE = """<style>
.esi { color: var(--jp-ui-font-color1, inherit); line-height: 1.4;
  font-family: var(--jp-ui-font-family, sans-serif); font-size: var(--jp-ui-font-size1, 13px); }
.esi h3, .esi h4 { margin: .3em 0 .2em; font-size: 1.15em; font-weight: 600; color: inherit; }
.esi p { margin: .2em 0; }
.esi code, .esi pre { font-family: var(--jp-code-font-family, monospace); font-size: .95em;
  color: inherit; background: var(--jp-layout-color2, rgba(128,128,128,.15)); border-radius: 2px; }
.esi code { padding: 0 .25em; }
.esi pre { margin: 0; padding: .5em .7em; white-space: pre-wrap; overflow-wrap: anywhere; }
.esi .dim { color: var(--jp-ui-font-color2, gray); }
.esi .badge { display: inline-block; padding: 0 .5em; margin: 0 .3em .2em 0; border-radius: 1em;
  border: 1px solid var(--jp-border-color1, gray); white-space: nowrap; }
.esi .note { padding: .35em .7em; margin: .2em 0;
  border-left: 4px solid var(--jp-info-color1, teal);
  background: var(--jp-layout-color2, rgba(128,128,128,.15)); }
.esi .note.warn { border-color: var(--jp-warn-color1, orange); }
.esi .note.error { border-color: var(--jp-error-color1, crimson); }
.esi .note.good { border-color: var(--jp-success-color1, green); }
.esi .scroll { overflow: auto; max-height: 26em; border: 1px solid var(--jp-border-color2, gray); }
.esi .scroll:focus-visible { outline: 2px solid var(--jp-brand-color1, blue); }
.esi table { border-collapse: collapse; margin: 0; font-variant-numeric: tabular-nums;
  font-size: inherit; color: inherit; width: auto; }
.esi th, .esi td { padding: .2em .6em; text-align: left; white-space: nowrap; max-width: 28em;
  overflow: hidden; text-overflow: ellipsis; border: none;
  border-bottom: 1px solid var(--jp-border-color3, rgba(128,128,128,.3)); }
.esi thead th { position: sticky; top: 0; background: var(--jp-layout-color2, Canvas);
  font-weight: 600; }
.esi th.number, .esi td.number { text-align: right; }
.esi table.facts td { white-space: normal; overflow-wrap: anywhere; max-width: none; }
.esi table.facts th { font-weight: 600; vertical-align: top; }
.esi .copying { position: relative; }
.esi .copying button { position: absolute; top: .35em; right: .35em; cursor: pointer;
  font: inherit; padding: .1em .7em; border-radius: 2px; color: var(--jp-ui-font-color1, inherit);
  background: var(--jp-layout-color1, Canvas); border: 1px solid var(--jp-border-color1, gray); }
.esi .copying button:focus-visible { outline: 2px solid var(--jp-brand-color1, blue); }
.esi .copying pre { padding-right: 5em; min-height: 1.4em; }
.esi .meter { display: inline-block; width: 8em; height: .7em; vertical-align: middle;
  background: var(--jp-layout-color3, rgba(128,128,128,.3)); border-radius: 2px; overflow: hidden; }
.esi .meter span { display: block; height: 100%; background: var(--jp-brand-color1, steelblue); }
.esi .meter.low span { background: var(--jp-warn-color1, orange); }
.esi-box { max-width: 62rem; padding: 2px; overflow: visible; }
.esi-box .widget-inline-hbox, .esi-box .widget-hbox { overflow: visible; }
.esi-row { flex-wrap: wrap; gap: 0 .6em; align-items: center; }
.esi-field { overflow: visible; }
.esi-field .widget-label, .esi-row .widget-label { color: var(--jp-ui-font-color1, inherit); }
.esi-field > .widget-html { flex: 1 1 17em; margin-top: 0; margin-bottom: 0; }
.esi-list select { font-family: var(--jp-code-font-family, monospace); }
</style>"""
