"""Characters that deceive: those that nobody sees (`hidden`), and letters that look like others (`lookalikes`)."""
