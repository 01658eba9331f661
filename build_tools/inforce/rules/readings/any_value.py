"""Whether words state a value of any kind, where no fact says of which kind it would be."""

from __future__ import annotations

from inforce.rules.readings.addresses import is_address, read_label
from inforce.rules.readings.amounts import read_money, read_percentage
from inforce.rules.readings.dates import has_two_orders, read_date
from inforce.rules.readings.durations import read_duration
from inforce.rules.readings.plain import plain
from inforce.rules.readings.tables import table_for


def states_a_value(words: str, language: str, region: str | None = None) -> bool:
    """Whether all of the words are a period, a date, an amount of money, a percentage, an e-mail or web address or a
    telephone number. `region`: the country (ISO 3166-1) whose telephone numbers are written without +."""
    text = plain(words)
    if is_address(words, region) or has_two_orders(text):
        return True
    if (table := table_for(language)) is None:
        return False
    folded = table.fold(text)
    return any(read(folded, table) is not None for read in (read_duration, read_date, read_money, read_percentage))


def states_a_figure(words: str, language: str, region: str | None = None) -> bool:
    """The same, and also any words with a figure or an address in them."""
    figure = any(char.isdigit() for char in words) or bool(read_label(words, region))
    return figure or states_a_value(words, language, region)
