package io.upline.client.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that every command which speaks to the service has in common.
@SuppressWarnings("NullAway.Init")
public final class ServiceOption {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:UPLINE_URL:-http://127.0.0.1:11000}",
            converter = AddressConverter.class,
            description = "Where the service answers: the environment variable UPLINE_URL, or ${DEFAULT-VALUE}.")
    private ServiceAddress address;

    @Option(
            names = "--api-key",
            paramLabel = "ID",
            defaultValue = "${env:UPLINE_API_KEY}",
            description = "The API key by which to call, where the service asks for one; or UPLINE_API_KEY."
                    + " Its secret is the environment variable UPLINE_API_SECRET.")
    private @Nullable String apiKey;

    /// Not shown: what stands on a command line can be seen by others on the machine.
    @Option(names = "--api-secret", hidden = true, defaultValue = "${env:UPLINE_API_SECRET}")
    private @Nullable String apiSecret;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Mixin
    private HelpOption help;

    /// The address that the user named, or the default.
    public ServiceAddress address() {
        return address;
    }

    /// The service there, called by the key that the user named.
    ///
    /// @throws Failure for a key without its secret
    public Service open(Patience patience) {
        if (apiKey != null && apiSecret == null) {
            throw new Failure("The key " + apiKey + " has no secret: set UPLINE_API_SECRET.");
        }
        Optional<Credentials> credentials = apiKey == null || apiSecret == null
                ? Optional.empty()
                : Optional.of(new Credentials(apiKey, apiSecret));
        return new Service(address, credentials, patience);
    }

    static final class AddressConverter implements ITypeConverter<ServiceAddress> {
        @Override
        public ServiceAddress convert(String text) {
            try {
                return ServiceAddress.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
