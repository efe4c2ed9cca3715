package io.upline.service.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// Makes the service under test take tokens of RS256 and ES256, with the user's id in a claim. Gives the tests the
/// private keys, too.
@SuppressWarnings("NullAway.Init")
public final class PublishedKeysResource implements QuarkusTestResourceLifecycleManager {
    /// The claim with the user's id.
    public static final String CLAIM = "uid";
    /// Where tests find the key for RS256, as JSON.
    public static final String RSA = "upline.test.rsa";
    /// Where tests find the key for ES256, as JSON.
    public static final String EC = "upline.test.ec";

    private static final int RSA_BITS = 2_048;

    private FakeAuthentication authentication;

    @Override
    public Map<String, String> start() {
        try {
            var rsa = RsaJwkGenerator.generateJwk(RSA_BITS);
            rsa.setKeyId("rsa-1");
            var ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            ec.setKeyId("ec-1");
            authentication = new FakeAuthentication(new JsonWebKeySet(rsa, ec).toJson());
            return Map.of(
                    "AUTH",
                    "on",
                    "JWKS_URL",
                    authentication.url() + "/keys",
                    "USER_ID_CLAIM",
                    CLAIM,
                    RSA,
                    json(rsa),
                    EC,
                    json(ec));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(JsonWebKey key) {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    @Override
    public void stop() {
        authentication.close();
    }
}
