/// Who carries messages: an SMTP server, the console, a folder, nobody.
@NullMarked
package dev.quintet.mail.backends;

import org.jspecify.annotations.NullMarked;
