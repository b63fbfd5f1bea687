package dev.quintet.forms.shop;

import dev.quintet.kernel.app.App;

/// Artists, their albums, and genres.
public final class ShopApp implements App {

    /// For the site.
    public ShopApp() {}
}
