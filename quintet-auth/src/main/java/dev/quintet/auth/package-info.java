/// Users, groups and permissions, over Django's tables: who somebody is, and what they may do.
@NullMarked
package dev.quintet.auth;

import org.jspecify.annotations.NullMarked;
