package pages;

import dev.quintet.kernel.app.App;

public final class PagesApp implements App {}
