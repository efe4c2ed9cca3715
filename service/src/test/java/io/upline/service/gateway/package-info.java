/// The gateway that is already deployed, as the service sees it. Start with [DeployedGateway].
@NullMarked
package io.upline.service.gateway;

import org.jspecify.annotations.NullMarked;
