package dev.quintet.orm.shop;

import dev.quintet.kernel.app.App;

/// The app that the shop's models belong to.
public final class ShopApp implements App {

    private final String label;

    public ShopApp(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
