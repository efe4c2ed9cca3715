package io.upline.service.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upline.service.access.Calls;
import io.upline.service.access.PublishedKeysResource;
import io.upline.service.access.Tokens;
import io.upline.service.testing.PostgresResource;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/// Tokens that are signed by a private key and checked by the public ones.
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(PublishedKeysResource.class)
class PublishedKeysTest {
    private static final UUID USER = UUID.randomUUID();
    private static final Map<String, String> OF_RSA = Map.of("kid", "rsa-1");
    private static final Map<String, String> OF_EC = Map.of("kid", "ec-1");

    private static PublicJsonWebKey key(String name) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(ConfigProvider.getConfig().getValue(name, String.class));
    }

    private static Map<String, Object> claims(Object user, long secondsLeft) {
        var claims = new HashMap<>(Tokens.claims("active", USER, secondsLeft));
        claims.put(PublishedKeysResource.CLAIM, user);
        return claims;
    }

    private static Map<String, Object> claims() {
        return claims(USER.toString(), Tokens.HOUR_SECONDS);
    }

    /// 404 is what a person who is no member gets when they were let in.
    private static int status(String token) {
        return Calls.get(Calls.token(token), "/mlm/members/" + USER).statusCode();
    }

    @Test
    void bothKindsOfKeysOpen() throws JoseException {
        var rsa = key(PublishedKeysResource.RSA).getPrivateKey();
        var ec = key(PublishedKeysResource.EC).getPrivateKey();
        assertThat(status(Tokens.signed("RS256", rsa, claims(), OF_RSA))).isEqualTo(404);
        assertThat(status(Tokens.signed("ES256", ec, claims(), OF_EC))).isEqualTo(404);
        assertThat(status(Tokens.signed("ES256", ec, claims()))).isEqualTo(404);
    }

    /// Or else one that was logged out would count in other letters.
    @Test
    void aTokenCountsInOneSpellingOnly() throws JoseException {
        var rsa = key(PublishedKeysResource.RSA).getPrivateKey();
        var ec = key(PublishedKeysResource.EC).getPrivateKey();
        for (var token :
                List.of(Tokens.signed("RS256", rsa, claims(), OF_RSA), Tokens.signed("ES256", ec, claims(), OF_EC))) {
            assertThat(status(token)).isEqualTo(404);
            assertThat(Tokens.withAnotherEnd(token)).allMatch(respelled -> status(respelled) == 401);
        }
        assertThat(status(withZeros(Tokens.signed("ES256", ec, claims(), OF_EC))))
                .isEqualTo(401);
    }

    /// With a zero before each of the signature's two numbers.
    private static String withZeros(String token) {
        var start = token.lastIndexOf('.') + 1;
        var signature = Base64.getUrlDecoder().decode(token.substring(start));
        var longer = new byte[signature.length + 2];
        System.arraycopy(signature, 0, longer, 1, 32);
        System.arraycopy(signature, 32, longer, 34, 32);
        return token.substring(0, start)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(longer);
    }

    @Test
    void clocksMayBeHalfAMinuteApart() throws JoseException {
        var ec = key(PublishedKeysResource.EC).getPrivateKey();
        assertThat(status(Tokens.signed("ES256", ec, claims(USER.toString(), -20), OF_EC)))
                .isEqualTo(404);
        assertThat(status(Tokens.signed("ES256", ec, claims(USER.toString(), -32), OF_EC)))
                .isEqualTo(401);
    }

    @Test
    void whatIsForgedIsRefused() throws JoseException {
        for (var forged : forged().entrySet()) {
            assertThat(status(forged.getValue())).as(forged.getKey()).isEqualTo(401);
        }
    }

    private static Map<String, String> forged() throws JoseException {
        var rsa = key(PublishedKeysResource.RSA);
        var ec = key(PublishedKeysResource.EC);
        var otherRsa = RsaJwkGenerator.generateJwk(2_048);
        var otherEc = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var forged = new LinkedHashMap<String, String>();
        forged.put("the public key as a secret", Tokens.signed("HS256", secret(rsa), claims(), OF_RSA));
        forged.put("the public key in letters as a secret", Tokens.signed("HS256", letters(rsa), claims(), OF_RSA));
        forged.put("the other public key as a secret", Tokens.signed("HS256", secret(ec), claims(), OF_EC));
        forged.put("another private key", Tokens.signed("RS256", otherRsa.getPrivateKey(), claims(), OF_RSA));
        forged.put(
                "another private key of the curve", Tokens.signed("ES256", otherEc.getPrivateKey(), claims(), OF_EC));
        forged.put("an unknown key", Tokens.signed("RS256", otherRsa.getPrivateKey(), claims(), Map.of("kid", "x")));
        forged.put("another algorithm", Tokens.signed("RS512", rsa.getPrivateKey(), claims(), OF_RSA));
        forged.put("padding of another kind", Tokens.signed("PS256", rsa.getPrivateKey(), claims(), OF_RSA));
        forged.put("the name of the other key", Tokens.signed("ES256", ec.getPrivateKey(), claims(), OF_RSA));
        forged.put("unsigned", Tokens.unsigned("none", claims(), "x"));
        forged.put("of an algorithm that nobody knows", Tokens.unsigned("XX", claims(), "x"));
        forged.put("of an algorithm for something else", Tokens.unsigned("dir", claims(), "x"));
        forged.put("a secret", Tokens.signed("HS256", Tokens.key(Tokens.SECRET_KEY), claims()));
        return forged;
    }

    private static Key secret(JsonWebKey key) {
        return new HmacKey(key.getKey().getEncoded());
    }

    private static Key letters(JsonWebKey key) {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return new HmacKey(pem.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theClaimMustHoldAUser() throws JoseException {
        var ec = key(PublishedKeysResource.EC).getPrivateKey();
        for (var user : new Object[] {"somebody@example.com", "", 42, true, Map.of("id", USER.toString())}) {
            assertThat(status(Tokens.signed("ES256", ec, claims(user, Tokens.HOUR_SECONDS), OF_EC)))
                    .isEqualTo(401);
        }
        var nobodys = Tokens.claims("active", USER, Tokens.HOUR_SECONDS);
        assertThat(Calls.get(Calls.token(Tokens.signed("ES256", ec, nobodys, OF_EC)), "/mlm/members/" + USER)
                        .<String>path("detail"))
                .isEqualTo("The token does not say whose it is.");
    }

    @Test
    void keysOfServicesAreNotTakenWhereThereAreNone() {
        assertThat(Calls.get(Calls.key("admin-1", "x"), "/mlm/changes").statusCode())
                .isEqualTo(401);
    }
}
