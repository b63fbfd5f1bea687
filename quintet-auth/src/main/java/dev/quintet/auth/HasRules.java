package dev.quintet.auth;

import java.util.List;

/// An app that says who may do what with single objects.
public interface HasRules {

    /// {@return the rules of this app; several may be about the same permission}
    List<Rule<?>> rules();
}
