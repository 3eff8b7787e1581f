"""The live wire on the desk's side: the feed's thread, the room's model on the GUI thread, queries off it."""
