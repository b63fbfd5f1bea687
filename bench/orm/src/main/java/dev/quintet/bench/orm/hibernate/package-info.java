/// The same tables as entities of Hibernate.
package dev.quintet.bench.orm.hibernate;
