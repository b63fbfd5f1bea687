package dev.quintet.test.motors;

/// What carries, with a table of its own beside that of all vehicles.
public class Truck extends Vehicle {
    public int tons;
}
