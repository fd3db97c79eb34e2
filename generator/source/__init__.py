"""From the files of a dossier to sources, sidecars and settings, with what is withheld masked."""
