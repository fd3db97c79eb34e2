"""What an editor asks of single texts (explain, stub, summary, report), and a maintainer of two runs (diff)."""
