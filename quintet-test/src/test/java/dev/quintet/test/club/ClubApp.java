package dev.quintet.test.club;

import dev.quintet.kernel.app.App;

/// Members.
public final class ClubApp implements App {}
