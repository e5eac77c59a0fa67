"""The web application: mounts each feature's routes and serves the built pages. No logic of the domain."""
