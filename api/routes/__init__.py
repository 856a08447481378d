"""The routes, one router a resource."""
