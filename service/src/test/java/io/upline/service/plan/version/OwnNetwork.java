package io.upline.service.plan.version;

import io.quarkus.test.junit.QuarkusTestProfile;

/// A service and a database for tests of plans alone: everybody else relies on the plan that is built in.
public final class OwnNetwork implements QuarkusTestProfile {}
