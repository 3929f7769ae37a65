package org.mailround.message;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a TXT record is to mail that is signed with a key of ours (RFC 6376 section 3.6.1). */
public enum DkimRecord {

    /** Our key: signatures verify. */
    OURS,

    /** Our key, but marked {@code t=y}: receivers treat the mail as unsigned. */
    OURS_IN_TESTING,

    /** The key of somebody else: no signature verifies. */
    ANOTHER_KEY,

    /** It says that this key is no longer in use ({@code p=} is empty). */
    REVOKED,

    /** It is no key for mail signed with rsa-sha256, or broken: no signature verifies. */
    UNUSABLE,

    /** A record about something else. */
    NO_KEY;

    /** It comes first where it is at all. */
    private static final Pattern VERSION = Pattern.compile("\\s*v\\s*=\\s*DKIM1\\b");

    static DkimRecord of(String txt, RSAPublicKey ours) {
        boolean meansToBeOne = VERSION.matcher(txt).lookingAt();
        Map<String, String> tags = tags(txt).orElse(Map.of());
        String key = tags.get("p");
        String version = tags.getOrDefault("v", "DKIM1");
        if (key == null || !version.equals("DKIM1") || (tags.containsKey("v") && !meansToBeOne)) {
            return meansToBeOne || (key != null && version.equals("DKIM1")) ? UNUSABLE : NO_KEY;
        }
        if (!tags.getOrDefault("k", "rsa").equals("rsa")
                || !any(tags.getOrDefault("h", "sha256"), "sha256")
                || !any(tags.getOrDefault("s", "*"), "*", "email")) {
            return UNUSABLE;
        }
        String base64 = key.replaceAll("\\s", "");
        if (base64.isEmpty()) {
            return REVOKED;
        }
        Optional<RSAPublicKey> published = rsa(base64);
        if (published.isEmpty()) {
            return UNUSABLE;
        }
        if (!isSame(published.get(), ours)) {
            return ANOTHER_KEY;
        }
        return any(tags.getOrDefault("t", ""), "y") ? OURS_IN_TESTING : OURS;
    }

    /** A tag list (section 3.2); empty where it is none. A name twice spoils it, and names have case. */
    private static Optional<Map<String, String>> tags(String txt) {
        Map<String, String> tags = new HashMap<>();
        String[] specs = txt.split(";", -1);
        for (int i = 0; i < specs.length; i++) {
            String spec = specs[i].strip();
            int equals = spec.indexOf('=');
            if (spec.isEmpty() && i == specs.length - 1) {
                break;
            }
            if (equals < 1 || !spec.substring(0, equals).strip().matches("[A-Za-z][A-Za-z0-9_]*")) {
                return Optional.empty();
            }
            String name = spec.substring(0, equals).strip();
            if (tags.put(name, spec.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(tags);
    }

    private static boolean any(String value, String... wanted) {
        return List.of(value.split(":")).stream().map(String::strip).anyMatch(List.of(wanted)::contains);
    }

    private static Optional<RSAPublicKey> rsa(String base64) {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean isSame(RSAPublicKey one, RSAPublicKey other) {
        return one.getModulus().equals(other.getModulus())
                && one.getPublicExponent().equals(other.getPublicExponent());
    }
}
