/// The same tables as entities of Ebean.
package dev.quintet.bench.orm.ebean;
