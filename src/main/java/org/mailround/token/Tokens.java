package org.mailround.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.commons.codec.CodecPolicy;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs and verifies the tokens that leave the house. A token is a pure function of a key, a purpose and an id, so it
 * need not be stored; it is written in lower-case base32 (RFC 4648 section 6), because a relay may fold case.
 */
@Component
public class Tokens {

    private static final int MAC_OCTETS = 16;
    private static final int OCTETS = Long.BYTES + MAC_OCTETS;
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z2-7]{39}");
    /** Strict: the last character has bits to spare, and a token has one spelling alone. */
    private static final Base32 BASE32 =
            Base32.builder().setDecodingPolicy(CodecPolicy.STRICT).get();

    private final Keyring keyring;

    @Autowired
    Tokens(@Value("${mailround.data-dir}") Path dataDirectory, KeySettings settings) {
        this(Keyring.of(dataDirectory.resolve("keys"), settings.keys()));
    }

    Tokens(Path dataDirectory) {
        this(dataDirectory, new KeySettings(Map.of()));
    }

    Tokens(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The names of all keys, the newest first; the first of them signs, and the last hashes addresses. */
    public List<String> keys() {
        return keyring.newestFirst().stream().map(Key::name).toList();
    }

    /**
     * Makes a new key, which signs from now on; processes that run see it, too. Tokens of the others still verify.
     *
     * @return its name
     * @throws IllegalStateException if the keys are given by settings
     */
    public String rotate() {
        keyring.rotate();
        return currentKey();
    }

    /** The name of the key that signs new editions. */
    public String currentKey() {
        return keyring.current().name();
    }

    /**
     * @param keyName the key to sign with, as {@link #currentKey()} named it then
     * @throws IllegalStateException if that key is no longer there
     */
    public String sign(String keyName, Purpose purpose, long id) {
        return encode(id, mac(keyring.named(keyName), purpose, id));
    }

    /** The id that this token was made for, or empty if it is forged, broken, or made for another purpose. */
    public OptionalLong verify(Purpose purpose, String token) {
        Optional<ByteBuffer> octets = decode(token);
        if (octets.isEmpty()) {
            return OptionalLong.empty();
        }
        long id = octets.get().getLong();
        byte[] given = new byte[MAC_OCTETS];
        octets.get().get(given);
        boolean genuine = isSigned(given, purpose, id) || (keyring.refresh() && isSigned(given, purpose, id));
        return genuine ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private boolean isSigned(byte[] given, Purpose purpose, long id) {
        boolean genuine = false;
        for (Key key : keyring.newestFirst()) {
            genuine |= MessageDigest.isEqual(given, mac(key, purpose, id));
        }
        return genuine;
    }

    /**
     * The token of another purpose for the same id. For one that is not genuine it is one that is not genuine either, and
     * that nobody without the keys can tell from a genuine one.
     */
    public String exchange(Purpose from, String token, Purpose to) {
        OptionalLong id = verify(from, token);
        if (id.isPresent()) {
            return sign(currentKey(), to, id.getAsLong());
        }
        byte[] worthless = keyring.current()
                .mac(
                        ("WORTHLESS " + to.name() + '\0').getBytes(StandardCharsets.US_ASCII),
                        token.getBytes(StandardCharsets.UTF_8));
        return encode(decode(token).map(ByteBuffer::getLong).orElse(0L), Arrays.copyOf(worthless, MAC_OCTETS));
    }

    /**
     * The keyed hash under which an address is known to suppression, before and after its erasure.
     *
     * @param canonicalAddress in the spelling that compares equal
     */
    public String digest(String canonicalAddress) {
        return HexFormat.of()
                .formatHex(keyring.oldest()
                        .mac(
                                "suppression\0".getBytes(StandardCharsets.UTF_8),
                                canonicalAddress.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(Key key, Purpose purpose, long id) {
        byte[] mac = key.mac(
                purpose.start(), ByteBuffer.allocate(Long.BYTES).putLong(id).array());
        return Arrays.copyOf(mac, MAC_OCTETS);
    }

    private static String encode(long id, byte[] mac) {
        return Base32Letters.of(ByteBuffer.allocate(OCTETS).putLong(id).put(mac).array());
    }

    private static Optional<ByteBuffer> decode(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ByteBuffer.wrap(BASE32.decode(token.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
