import Glibc

/// A colour in OKLab (bottosson.github.io/posts/oklab), in which distance is what the eye sees.
struct OKLab: Equatable {
  var lightness: Double
  var greenRed: Double
  var blueYellow: Double

  init(red: UInt8, green: UInt8, blue: UInt8) {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    greenRed = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// How far it is from grey.
  var chroma: Double { (greenRed * greenRed + blueYellow * blueYellow).squareRoot() }

  /// The angle of its colour in degrees: 29 is red, 110 yellow, 142 green, 264 blue.
  var hue: Double {
    let angle = atan2(blueYellow, greenRed) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  /// The square of the distance, which orders as the distance does.
  func squaredDistance(to other: OKLab) -> Double {
    let l = lightness - other.lightness
    let a = greenRed - other.greenRed
    let b = blueYellow - other.blueYellow
    return l * l + a * a + b * b
  }

  /// sRGB's transfer function undone (IEC 61966-2-1).
  private static func linear(_ value: UInt8) -> Double {
    let x = Double(value) / 255
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
  }
}
