package org.mailround.admin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.mailround.SettableClock;
import org.mailround.TestHouse;
import org.mailround.staff.Account;
import org.mailround.staff.SecondFactors;

/** What shows somebody their codes, written from RFC 6238 and 4226 and not from ours. */
public final class AuthenticatorApp {

    private final byte[] secret;
    private final SettableClock clock;

    /** @param secret in Base32, with blanks or without */
    public AuthenticatorApp(String secret, SettableClock clock) {
        this.secret = new Base32().decode(secret.replace(" ", ""));
        this.clock = clock;
    }

    /** Sets up a second factor; some time passes, so that the next code is another. */
    public static AuthenticatorApp enrol(TestHouse house, Account account) {
        return enrolled(house, account).app();
    }

    /** The same with the codes on paper. */
    public static Enrolled enrolled(TestHouse house, Account account) {
        SecondFactors factors = house.get(SecondFactors.class);
        factors.begin(account.id());
        AuthenticatorApp app = new AuthenticatorApp(factors.begun(account.id()).orElseThrow(), house.clock());
        List<String> paper = factors.confirm(account.id(), app.code());
        house.clock().advance(java.time.Duration.ofSeconds(30));
        return new Enrolled(app, paper);
    }

    public record Enrolled(AuthenticatorApp app, List<String> paper) {}

    /** The code that it shows now. */
    public String code() {
        return code(clock.instant());
    }

    /** The code that it showed, or will show, then. */
    public String code(Instant time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(time.getEpochSecond() / 30).array());
            int at = hash[19] & 0xf;
            int number = (hash[at] & 0x7f) << 24
                    | (hash[at + 1] & 0xff) << 16
                    | (hash[at + 2] & 0xff) << 8
                    | hash[at + 3] & 0xff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
