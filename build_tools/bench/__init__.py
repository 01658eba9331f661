"""What the tool costs and how well it compares: each bench a module, all started as `python -m build_tools.bench NAME`.

Figures are CPU seconds, so they hold on a busy machine; only ratios within one run compare between machines.
"""
