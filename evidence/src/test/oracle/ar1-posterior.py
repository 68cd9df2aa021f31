"""What noise and level could be, given a short series with a gap: by dense matrices on a fine grid.

Independent of the program: it inverts the covariance matrix and sums over the correlation; the
noise and the level under one correlation are those of the textbook. numpy 2.4.6. Used by Ar1PosteriorTest.
"""

import numpy as np

TIMES = np.array([0, 1, 2, 4, 5, 6, 7, 8])
VALUES = np.array([10.0, 12.0, 11.5, 9.0, 9.5, 8.0, 9.2, 11.0])


def moments(columns, values, times):
    n, k = columns.shape
    estimate = np.linalg.lstsq(columns, values, rcond=None)[0]
    grid = np.linspace(0, 0.95, 4001)
    logs, variances, means, errors = [], [], [], []
    for r in grid:
        v = r ** np.abs(times[:, None] - times[None, :]) if r > 0 else np.eye(n)
        inverse = np.linalg.inv(v)
        information = columns.T @ inverse @ columns
        beta = np.linalg.solve(information, columns.T @ inverse @ values)
        rest = values - columns @ beta
        squares = rest @ inverse @ rest
        logs.append(
            -0.5
            * (
                np.linalg.slogdet(v)[1]
                + np.linalg.slogdet(information)[1]
                + (n - k) * np.log(squares)
            )
        )
        variance = squares / (n - k - 2)  # the mean of the inverse chi-square
        variances.append(variance)
        means.append(beta[0] - estimate[0])
        errors.append(variance * np.linalg.inv(information)[0, 0])
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    mean = weights @ np.array(means)
    level = weights @ (np.array(errors) + np.array(means) ** 2) - mean**2
    print("correlation", weights @ grid)
    print("variance", weights @ np.array(variances))
    print("first coefficient less its least squares estimate", mean)
    print("its standard deviation", np.sqrt(level))


print("level")
moments(np.ones((len(TIMES), 1)), VALUES, TIMES)
print("two positions")
moments(np.column_stack([TIMES % 2 == 0, TIMES % 2 == 1]).astype(float), VALUES, TIMES)
