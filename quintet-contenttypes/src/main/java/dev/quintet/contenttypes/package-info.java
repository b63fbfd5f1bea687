/// The names of a site's models as rows of `django_content_type`, in Django's own form.
@NullMarked
package dev.quintet.contenttypes;

import org.jspecify.annotations.NullMarked;
