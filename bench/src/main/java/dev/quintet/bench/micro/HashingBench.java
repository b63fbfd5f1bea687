package dev.quintet.bench.micro;

import dev.quintet.auth.password.Argon2Hasher;
import dev.quintet.auth.password.BcryptHasher;
import dev.quintet.auth.password.Hasher;
import dev.quintet.auth.password.Pbkdf2Hasher;
import dev.quintet.auth.password.ScryptHasher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A sign-in's hash, beside what the JDK or Bouncy Castle take for it alone: a hasher adds nothing
/// that can be measured.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HashingBench {

    private static final String PASSWORD = "correct horse battery staple";
    private static final byte[] BYTES = PASSWORD.getBytes(StandardCharsets.UTF_8);
    private static final String SALT = "abcdefghijklmnopqrstuv";
    private static final byte[] SALTED = SALT.getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 100_000;
    private static final int COST = 10;

    private final Hasher pbkdf2 = Pbkdf2Hasher.sha256(ROUNDS);
    private final Hasher argon2 = Argon2Hasher.standard();
    private final Hasher bcrypt = BcryptHasher.plain(COST);
    private final Hasher scrypt = ScryptHasher.standard();
    private final String pbkdf2Text = pbkdf2.encode(PASSWORD, SALT);
    private final String argon2Text = argon2.encode(PASSWORD, SALT);
    private final String bcryptText = bcrypt.encode(PASSWORD, bcrypt.newSalt());
    private final String scryptText = scrypt.encode(PASSWORD, SALT);

    /// PBKDF2-SHA256, ours.
    @Benchmark
    public boolean pbkdf2() {
        return pbkdf2.verify(PASSWORD, pbkdf2Text);
    }

    /// PBKDF2-SHA256, the JDK's.
    @Benchmark
    public byte[] pbkdf2Jdk() throws GeneralSecurityException {
        var spec = new PBEKeySpec(PASSWORD.toCharArray(), SALTED, ROUNDS, 256);
        return Objects.requireNonNull(
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded());
    }

    /// Argon2id, ours.
    @Benchmark
    public boolean argon2() {
        return argon2.verify(PASSWORD, argon2Text);
    }

    /// Argon2id, Bouncy Castle's.
    @Benchmark
    public byte[] argon2BouncyCastle() {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(102_400)
                        .withIterations(2)
                        .withParallelism(8)
                        .withSalt(SALTED)
                        .build());
        byte[] hash = new byte[32];
        generator.generateBytes(BYTES, hash);
        return hash;
    }

    /// Bcrypt, ours.
    @Benchmark
    public boolean bcrypt() {
        return bcrypt.verify(PASSWORD, bcryptText);
    }

    /// Bcrypt, Bouncy Castle's.
    @Benchmark
    public String bcryptBouncyCastle() {
        return OpenBSDBCrypt.generate("2b", BYTES, new byte[16], COST);
    }

    /// Scrypt, ours.
    @Benchmark
    public boolean scrypt() {
        return scrypt.verify(PASSWORD, scryptText);
    }

    /// Scrypt, Bouncy Castle's.
    @Benchmark
    public byte[] scryptBouncyCastle() {
        return SCrypt.generate(BYTES, SALTED, 1 << 14, 8, 5, 64);
    }
}
