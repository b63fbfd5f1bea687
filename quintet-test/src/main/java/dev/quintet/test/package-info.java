/// Tests of sites: `@SiteTest`, a client, factories, counted queries, a live server.
@NullMarked
package dev.quintet.test;

import org.jspecify.annotations.NullMarked;
