namespace Fairload.App.Imports.Sheets;

/// <summary>How much of a file is read before it is refused. Bytes are counted while unpacking, because a file may lie about its
/// size.</summary>
public sealed record SheetLimits(long FileBytes, int Entries, long UnpackedBytes, long SharedStringsBytes)
{
    /// <summary>Room for a big council's workbook many times over, and an end within seconds for anything else.</summary>
    public static SheetLimits Default { get; } = new(64 << 20, 2_000, 512L << 20, 64 << 20);
}
