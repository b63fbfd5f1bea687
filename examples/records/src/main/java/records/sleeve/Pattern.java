package records.sleeve;

import java.util.random.RandomGenerator;

/// What is drawn on a sleeve: ten ideas, each of which chance turns into many pictures. All are 300
/// wide and as high as there is room.
enum Pattern {

    /// A record that slips out of the picture.
    RECORD {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            double x = chance.nextBoolean() ? 60 + chance.nextInt(60) : 240 - chance.nextInt(60);
            double y = height * (0.4 + chance.nextInt(4) / 10.0);
            on.rectangle(0, 0, WIDTH, height, inks.colour(1)).circle(x, y, 150, inks.colour(2));
            for (double radius = 144; radius > 62; radius -= 8) {
                on.ring(x, y, radius, 1.2, inks.paper());
            }
            on.circle(x, y, 54, inks.colour(0)).circle(x, y, 7, inks.paper());
        }
    },

    /// A sun, or a spotlight.
    RAYS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            double x = chance.nextInt(3) * WIDTH / 2;
            double y = chance.nextBoolean() ? height : 0;
            int rays = 14 + 2 * chance.nextInt(5);
            on.rectangle(0, 0, WIDTH, height, inks.colour(1));
            for (int ray = 0; ray < rays; ray++) {
                double from = 2 * Math.PI * ray / rays;
                double to = from + Math.PI / rays;
                on.triangle(
                        x,
                        y,
                        x + 450 * Math.cos(from),
                        y + 450 * Math.sin(from),
                        x + 450 * Math.cos(to),
                        y + 450 * Math.sin(to),
                        inks.colour(0));
            }
            on.circle(x, y, 70, inks.paper()).circle(x, y, 54, inks.colour(2));
        }
    },

    /// A piano, seen from above.
    KEYS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            int keys = 6 + chance.nextInt(4);
            double width = WIDTH / keys;
            int missing = chance.nextInt(3);
            on.rectangle(0, 0, WIDTH, height, inks.colour(chance.nextInt(2)));
            for (int key = 0; key < keys; key++) {
                on.rectangle(key * width + 2, -4, width - 4, height - 14, inks.paper());
            }
            for (int key = 1; key < keys; key++) {
                if ((key + missing) % 4 != 0) {
                    on.rectangle(
                            key * width - width * 0.3, -4, width * 0.6, height * 0.58, inks.ink());
                }
            }
            int played = chance.nextInt(keys);
            on.circle(played * width + width / 2, height - 40, width * 0.28, inks.colour(2));
        }
    },

    /// Moons that pass in front of each other.
    MOONS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            on.rectangle(0, 0, WIDTH, height, inks.colour(2));
            double radius = height * 0.42;
            double step = (WIDTH - 2 * radius) / 2;
            for (int moon = 0; moon < 3; moon++) {
                double x = radius + moon * step;
                double y = height / 2 + (chance.nextInt(5) - 2) * 9;
                on.circle(x, y, radius, inks.colour(moon + 3));
                on.circle(x + radius * 0.3, y, radius * 0.74, inks.colour(moon + 4));
            }
        }
    },

    /// Six strings over the mouth of a guitar.
    STRINGS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            double x = 90 + chance.nextInt(120);
            double y = height / 2;
            on.rectangle(0, 0, WIDTH, height, inks.colour(1));
            on.circle(x, y, height * 0.46, inks.colour(0))
                    .ring(x, y, height * 0.41, 2, inks.paper());
            on.circle(x, y, height * 0.36, inks.ink());
            double tilt = chance.nextInt(5) * 6 - 12;
            for (int string = 0; string < 6; string++) {
                double at = y + (string - 2.5) * height * 0.1;
                on.line(0, at - tilt, WIDTH, at + tilt, 1 + string * 0.5, inks.paper());
            }
        }
    },

    /// Tiles with a quarter of a disc each.
    TILES {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            int across = chance.nextBoolean() ? 5 : 4;
            double side = WIDTH / across;
            for (int row = 0; row * side < height; row++) {
                for (int column = 0; column < across; column++) {
                    int colour = chance.nextInt(3);
                    boolean right = chance.nextBoolean();
                    boolean below = chance.nextBoolean();
                    double x = column * side;
                    double y = row * side;
                    on.rectangle(x, y, side + 0.5, side + 0.5, inks.colour(colour));
                    on.quarter(
                            right ? x : x + side,
                            below ? y : y + side,
                            side,
                            right,
                            below,
                            chance.nextInt(4) == 0 ? inks.ink() : inks.colour(colour + 1));
                }
            }
        }
    },

    /// The fans of a dance hall's wallpaper.
    FANS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            double radius = 60 - 10 * chance.nextInt(2);
            int first = chance.nextInt(3);
            on.rectangle(0, 0, WIDTH, height, inks.colour(first));
            int rows = (int) Math.ceil(height / (radius / 2)) + 2;
            for (int row = 0; row < rows; row++) {
                double y = row * radius / 2;
                for (double x = row % 2 == 0 ? 0 : radius; x <= WIDTH + radius; x += 2 * radius) {
                    on.circle(x, y, radius, inks.colour(first));
                    on.circle(x, y, radius * 0.86, inks.colour(first + 1));
                    on.circle(x, y, radius * 0.56, inks.paper());
                    on.circle(x, y, radius * 0.42, inks.colour(first + 2));
                }
            }
        }
    },

    /// Dots that swell, as in a newspaper's picture.
    DOTS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            on.rectangle(0, 0, WIDTH, height, inks.colour(1));
            double centre = chance.nextInt(Sleeve.SIZE);
            boolean inverse = chance.nextBoolean();
            for (double y = 12; y < height + 12; y += 25) {
                for (double x = 12; x < WIDTH + 12; x += 25) {
                    double far = Math.hypot(x - centre, y - height / 2) / 260;
                    double size = Math.clamp(inverse ? far : 1 - far, 0.12, 1) * 14;
                    on.circle(x, y, size, inks.colour(y > height / 2 ? 0 : 2));
                }
            }
        }
    },

    /// Chevrons, one behind the other.
    CHEVRONS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            int first = chance.nextInt(3);
            on.rectangle(0, 0, WIDTH, height, inks.colour(first));
            boolean up = chance.nextBoolean();
            double x = 100 + chance.nextInt(100);
            for (int step = 0; step < 7; step++) {
                double tip = up ? -60 + step * 44 : height + 60 - step * 44;
                double foot = up ? tip + 420 : tip - 420;
                String ink = step == 3 ? inks.paper() : inks.colour(first + step + 1);
                on.triangle(x, tip, x - 380, foot, x + 380, foot, ink);
            }
        }
    },

    /// Bridges over the Seine, or what is left of a rainbow at night.
    ARCS {
        @Override
        void draw(Drawing on, Palette inks, RandomGenerator chance, double height) {
            int first = chance.nextInt(3);
            on.rectangle(0, 0, WIDTH, height, inks.paper());
            int arcs = 2 + chance.nextInt(2);
            double span = WIDTH / arcs;
            for (int arc = 0; arc < arcs; arc++) {
                double x = arc * span + span / 2;
                for (int band = 0; band < 5; band++) {
                    double radius = span / 2 * (1 - band / 5.0);
                    on.circle(x, height, radius + 40, inks.colour(first + band + arc));
                }
                on.rectangle(x - 1, height - 14, 2, 14, inks.paper());
            }
            on.circle(chance.nextInt(200) + 50, 34, 20, inks.colour(first + 1));
        }
    };

    static final double WIDTH = Sleeve.SIZE;

    abstract void draw(Drawing on, Palette inks, RandomGenerator chance, double height);
}
