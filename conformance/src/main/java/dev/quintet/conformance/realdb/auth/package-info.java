/// Users, groups and permissions, over Django's tables.
@NullMarked
package dev.quintet.conformance.realdb.auth;

import org.jspecify.annotations.NullMarked;
