"""Days put together: which stocks are of one time."""

import numpy as np
import pandas as pd
import pytest

from analysis.derive.comparison.windows import one_times


def test_days_are_put_together_nearest_first_whatever_their_order():
    days = pd.DataFrame({"start": [1, 5, 4, 9, 12, 30], "end": [1, 5, 4, 9, 12, 30]})
    numbers = one_times(*days.to_numpy().T)
    assert numbers[1] == numbers[2] != numbers[0]
    assert numbers[3] == numbers[4]
    assert len(set(numbers)) == 4
    turned = one_times(*days.iloc[::-1].to_numpy().T)
    assert turned[::-1].tolist() == numbers.tolist()


@pytest.mark.parametrize(("ends", "times"), [([1, 2], 1), ([1, 4], 1), ([1, 5], 2), ([1, 9], 2)])
def test_what_ends_days_later_is_of_another_time(ends, times):
    assert len(set(one_times(np.array([1, 2]), np.array(ends)).tolist())) == times
