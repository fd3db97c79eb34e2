"""Files to a site: write, engine, finish, publish, serve."""
