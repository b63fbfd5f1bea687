/// Sessions in the database, in Django's own table and form.
@NullMarked
package dev.quintet.web.sessions;

import org.jspecify.annotations.NullMarked;
