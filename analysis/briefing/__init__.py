"""How a briefing is bound: notebooks run, read as documents, printed. Imports no pandas and no matplotlib."""
