"""What engines share that draw with a server of somebody else's: its wire, its failures, its sizes."""
