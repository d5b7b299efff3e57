using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Fairload.Core;

/// <summary>Something a person can put right, in words that may be shown to them as they stand.</summary>
/// <param name="Field">The form field it is about, or empty for the whole form.</param>
/// <param name="Says">GOV.UK style: says what to do, not what went wrong. Its format is the key under which the catalogue
/// holds the Welsh, so it is written as <c>$"Row {row} has no name"</c> and never put together from pieces.</param>
public sealed record Problem(string Field, FormattableString Says)
{
    public string Message => Says.ToString(CultureInfo.InvariantCulture);

    public bool Equals(Problem? other) => other is not null && Field == other.Field && Message == other.Message;

    public override int GetHashCode() => HashCode.Combine(Field, Message);

    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}

/// <summary>Either a value or the problems that stopped us getting one. For people's mistakes; bugs throw.</summary>
public readonly struct Result<T> where T : notnull
{
    private readonly T? _value;
    private readonly IReadOnlyList<Problem>? _problems;

    private Result(T value) => _value = value;

    private Result(IReadOnlyList<Problem> problems) => _problems = problems;

    /// <summary>True with a value, or false with at least one problem.</summary>
    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out IReadOnlyList<Problem>? problems)
    {
        value = _value;
        problems = _problems;
        if (problems is null && value is null) throw new InvalidOperationException("default(Result) is not a result.");
        return problems is null;
    }

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Problem problem) => new([problem]);

    public static implicit operator Result<T>(List<Problem> problems) =>
        problems.Count > 0 ? new(problems) : throw new InvalidOperationException("A failed result needs a problem.");
}

/// <summary>Nothing to say but that it is done.</summary>
public readonly record struct Done;
