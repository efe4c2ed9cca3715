package io.upline.client.platform;

import picocli.CommandLine.ITypeConverter;
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

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    /// The address that the user named, or the default.
    public ServiceAddress address() {
        return address;
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
