"""Did a hot path get slower? Counted, so that neither the clock nor the machine's load matters."""
