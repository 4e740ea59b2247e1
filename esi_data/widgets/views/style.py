"""Style sheet of the widgets, and a script that keeps the keyboard working in them."""

from html import escape
from pathlib import Path

# JupyterLab intercepts arrow keys, Enter and letters even if a list or button has the focus
# (ipywidgets issue 3912). This handler leaves the element the keys that it understands.
_KEYS = (
    "const box=this.closest('.esi-box');if(box)box.onkeydown=e=>{const at=e.target;"
    "if(e.ctrlKey||e.metaKey||e.altKey||e.key==='Escape'||e.shiftKey&&e.key==='Enter')return;"
    "if(at.matches('select')||at.matches('button,input')&&/^(Enter| )$/.test(e.key)||"
    "at.matches('.scroll')&&/^(Arrow|Page|Home|End)/.test(e.key))e.stopPropagation()}"
)
_CSS = Path(__file__).with_name("style.css").read_text(encoding="utf-8")

STYLE = f'<style onload="{escape(_KEYS)}">{_CSS}</style>'
