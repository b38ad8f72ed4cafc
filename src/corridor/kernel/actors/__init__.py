"""Who is acting, through which door, in which roles, and whether they may."""
