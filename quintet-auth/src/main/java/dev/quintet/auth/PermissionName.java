package dev.quintet.auth;

/// A permission as programs write it.
///
/// @param app label of the app
/// @param code such as `change_album`
record PermissionName(String app, String code) {

    static PermissionName of(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw AuthException.noPermission(text);
        }
        return new PermissionName(text.substring(0, dot), text.substring(dot + 1));
    }
}
