/// The ORM beside Hibernate, Ebean and JDBC by hand, in one process and one run.
@NullMarked
package dev.quintet.bench.orm;

import org.jspecify.annotations.NullMarked;
