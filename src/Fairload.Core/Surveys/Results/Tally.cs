namespace Fairload.Core.Surveys.Results;

/// <summary>What the people of one group answered, added up. Tallies of groups without a person in common can be added.</summary>
/// <remarks>It is raw: whoever shows a figure of it has asked <c>Disclosure</c> first. Web does not touch it; a house test holds
/// that.</remarks>
public sealed class Tally
{
    private readonly TallyForm _form;
    private readonly int[] _counts;
    private readonly int[] _answered;
    private readonly int[] _doesNotApply;
    private readonly int[] _scored;
    private readonly decimal[] _sums;
    private readonly decimal[] _squares;

    public Tally(TallyForm form)
    {
        _form = form;
        (_counts, _answered, _doesNotApply) = (new int[form.Counts], new int[form.Items.Count], new int[form.Items.Count]);
        var themes = form.Asked.Themes.Count;
        (_scored, _sums, _squares) = (new int[themes], new decimal[themes], new decimal[themes]);
    }

    /// <summary>Who sent a ballot, whatever it holds.</summary>
    public int People { get; private set; }

    public static Tally Of(TallyForm form, IEnumerable<Ballot> ballots)
    {
        var tally = new Tally(form);
        foreach (var ballot in ballots) tally.Add(ballot);
        return tally;
    }

    public void Add(Ballot ballot)
    {
        People++;
        foreach (var (code, answer) in ballot.Answers)
        {
            if (_form.At(code) is >= 0 and var item) Add(item, answer);
        }

        var chosen = ballot.Chosen;
        foreach (var (at, theme) in _form.Asked.Themes.Index())
        {
            if (Scoring.Of(theme, _form.Asked, chosen) is not { Score: var score }) continue;
            _scored[at]++;
            _sums[at] += score;
            _squares[at] += score * score;
        }
    }

    public void Add(Tally other)
    {
        People += other.People;
        Add(_counts, other._counts);
        Add(_answered, other._answered);
        Add(_doesNotApply, other._doesNotApply);
        Add(_scored, other._scored);
        Add(_sums, other._sums);
        Add(_squares, other._squares);
    }

    /// <summary>Who gave an answer that counts.</summary>
    internal int Answered(int item) => _answered[item];

    internal int DoesNotApply(int item) => _doesNotApply[item];

    /// <summary>How many gave each answer of a choice, or one of each class of a statement.</summary>
    internal ReadOnlySpan<int> Counts(int item) => _counts.AsSpan(_form.First(item), _form.ClassesOf(item));

    /// <summary>The same for an item of the form.</summary>
    public IReadOnlyList<int> ClassesOf(SurveyItem item) => [.. Counts(_form.At(item.Code))];

    /// <summary>Of whom the theme could be scored.</summary>
    internal int Scored(int theme) => _scored[theme];

    internal decimal Sum(int theme) => _sums[theme];

    /// <summary>How far people's scores lie apart: the variance of those who were scored, as of a sample; null for fewer than
    /// two.</summary>
    internal decimal? Variance(int theme)
    {
        var n = _scored[theme];
        return n < 2 ? null : Math.Max(0, (_squares[theme] - (_sums[theme] * _sums[theme] / n)) / (n - 1));
    }

    private void Add(int item, BallotAnswer answer)
    {
        switch (answer)
        {
            case BallotAnswer.Chosen { Value: var value }:
                _answered[item]++;
                _counts[_form.Count(item, value)]++;
                break;
            case BallotAnswer.ChosenAmong { Values: var values }:
                _answered[item]++;
                foreach (var value in values) _counts[_form.Count(item, value)]++;
                break;
            case BallotAnswer.DoesNotApply:
                _doesNotApply[item]++;
                break;
        }
    }

    private static void Add<T>(T[] to, T[] more)
        where T : System.Numerics.INumber<T>
    {
        for (var i = 0; i < to.Length; i++) to[i] += more[i];
    }
}
