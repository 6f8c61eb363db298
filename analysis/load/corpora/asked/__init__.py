"""Questions to the coder, by what they ask about: words, figures, times, parties."""
