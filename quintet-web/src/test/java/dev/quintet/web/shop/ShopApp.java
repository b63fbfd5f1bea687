package dev.quintet.web.shop;

import dev.quintet.kernel.app.App;

/// Artists and their albums.
public final class ShopApp implements App {

    /// For the site.
    public ShopApp() {}
}
