namespace Fairload.Core.Surveys;

/// <summary>
/// How large every sealed ballot of a round is, whatever was answered: 4, 16, 64 or 256 KiB. All of one size, because a copy of the store
/// that is kept would otherwise tell, even after the close, which ballots hold the long comments.
/// </summary>
public readonly record struct BallotSlot
{
    private static readonly int[] Sizes = [4, 16, 64, 256];

    /// <summary>The nonce and the tag of the seal, and the length of what is inside.</summary>
    private const int Around = 12 + 16 + 4;

    private readonly int _kib;

    public BallotSlot(int kib)
    {
        if (!Sizes.Contains(kib)) throw new ArgumentOutOfRangeException(nameof(kib), kib, "A slot has 4, 16, 64 or 256 KiB.");
        _kib = kib;
    }

    /// <summary>4 KiB: some fifty statements and two long comments.</summary>
    public static BallotSlot Usual { get; } = new(4);

    public int KiB => _kib == 0 ? Sizes[0] : _kib;

    /// <summary>Of the sealed ballot, in bytes.</summary>
    public int Bytes => KiB * 1024;

    /// <summary>Most bytes of a ballot before it is sealed.</summary>
    public int Room => Bytes - Around;
}
