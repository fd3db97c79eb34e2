"""What an editor asks of single texts: explain, stub, summary, report."""
