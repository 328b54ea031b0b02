"""From bytes to the model: the only room that knows files of content, YAML and front matter."""
