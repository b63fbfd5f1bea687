package hello;

import dev.quintet.kernel.app.App;

public final class HelloApp implements App {}
